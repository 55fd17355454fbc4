import Glibc
import Journal
import Testing

@Suite("Telling systemd", .serialized)
struct ServiceNotifierTests {
    @Test("each call sends its assignments")
    func messages() throws {
        let messages = try SystemNotifySocket.messages {
            let notifier = ServiceNotifier()
            #expect(notifier.starting(within: .seconds(30)))
            #expect(notifier.ready(status: "watching the door"))
            #expect(notifier.status("camera absent\nREADY=1"))
            #expect(notifier.keepAlive())
            #expect(notifier.stopping())
        }
        #expect(
            messages == [
                "EXTEND_TIMEOUT_USEC=30000000", "READY=1\nSTATUS=watching the door", "STATUS=camera absent READY=1",
                "WATCHDOG=1", "STOPPING=1",
            ])
    }

    @Test("a status too long for systemd, which would ignore the whole message, is cut")
    func longStatus() throws {
        let messages = try SystemNotifySocket.messages {
            #expect(ServiceNotifier().ready(status: String(repeating: "ä", count: 5_000)))
        }
        #expect(messages == ["READY=1\nSTATUS=" + String(repeating: "ä", count: 499) + "…"])
    }

    @Test("nobody is told when systemd did not start the process")
    func unsupervised() {
        let notifier = ServiceNotifier()
        #expect(!notifier.ready(status: "x"))
        #expect(notifier.keepAliveInterval == nil)
    }

    @Test("the watchdog is fed at half its time, and only where it means this process")
    func watchdog() throws {
        _ = try SystemNotifySocket.messages(environment: ["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "\(getpid())"]) {
            #expect(ServiceNotifier().keepAliveInterval == .milliseconds(1500))
        }
        _ = try SystemNotifySocket.messages(environment: ["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "1"]) {
            #expect(ServiceNotifier().keepAliveInterval == nil)
        }
    }
}
