"""Drives the control socket with the Python package varlink, which knows the protocol and nothing of Lintel.

peer.py SOCKET prints one JSON object a line: what the package made of the service. After the line of the Monitor call's
start it waits for two events more.
"""

import json
import sys

import varlink


def say(**words):
    print(json.dumps(words), flush=True)


def error_of(call):
    try:
        call()
    except varlink.VarlinkError as error:
        return error.as_dict()
    return None


def main(path):
    with varlink.Client(address="unix:" + path) as client:
        names = client.get_interfaces()
        say(interfaces={name: sorted(client.get_interface(name).members) for name in names})
        with client.open("org.varlink.service") as service:
            say(info=service.GetInfo())
            say(missing=error_of(lambda: service.GetInterfaceDescription("io.lintel.Nothing")))
        with client.open("io.lintel.Status") as status:
            say(status=status.Get())
            say(again=status.Get()["door"])
        with client.open("io.lintel.Monitor") as monitor:
            say(once=error_of(monitor.Monitor))
            say(gap=error_of(lambda: next(monitor.Monitor(after="0000000000000000-7", _more=True))))
        with client.open("io.lintel.Monitor") as monitor:
            events = monitor.Monitor(_more=True)
            say(start=next(events))
            say(first=next(events))
            say(second=next(events))


main(sys.argv[1])
