"""Drives the control socket with the Python package varlink, which knows the protocol and nothing of Lintel.

peer.py SOCKET prints one JSON object a line: what the package made of the service. After the line of the Monitor call's
start it waits for two events more. Then it calls every method that the records desk answers.
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
        records(client)


def records(client):
    code = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"
    with client.open("io.lintel.Consent") as consent:
        say(notice=consent.Notice(language="ko"))
        say(grant=consent.Grant(purposes=["entry_log"], language="en", method="kiosk"))
        say(refuse=consent.Refuse())
        say(present=consent.Present(code=code))
        say(consents=consent.Show(code=code))
        say(renew=consent.Renew(code=code, method="desk"))
        say(withdraw=consent.Withdraw(code=code))
        say(receipt=consent.Receipt(code=code))
        say(letter=error_of(lambda: consent.Renew(code=code, method="letter")))
    with client.open("io.lintel.Records") as kept:
        say(list=kept.List())
        say(entries=kept.Show(code=code))
        say(export=kept.Export(code=code, reason="persons-request"))
        say(erase=kept.Erase(consent="an id", reason="review"))
        say(off=error_of(lambda: kept.Show(code="off")))
    with client.open("io.lintel.Privacy") as privacy:
        say(report=privacy.Report())
    with client.open("io.lintel.Audit") as audit:
        say(checkpoint=audit.Checkpoint())
        say(key=audit.Key())


main(sys.argv[1])
