import Capture
import Glibc

/// The place of the control socket in the file system.
struct SocketPlace: Sendable {
    let path: String

    /// Listens there, in place of a socket file that nobody listens at any more.
    ///
    /// The file appears when clients can connect and everybody may: it is made under another name and renamed.
    /// - Throws: when another process listens there, or something else is there, or the directory can't be written.
    func open() throws(ControlError) -> (listener: SystemDescriptor, file: SystemSocket.FileIdentity) {
        try makeRoom()
        let making = "\(path).new"
        do throws(SystemErrno) {
            SystemSocket.remove(making)
            let listener = try SystemSocket.listen(at: making)
            guard let file = try SystemSocket.file(at: making) else { throw SystemErrno(code: ENOENT) }
            try SystemSocket.rename(making, to: path)
            return (listener, file)
        } catch {
            SystemSocket.remove(making)
            throw failure(error)
        }
    }

    /// Removes the socket file unless another one is there by now.
    func close(_ file: SystemSocket.FileIdentity) {
        if let present = try? SystemSocket.file(at: path), present == file { SystemSocket.remove(path) }
    }

    private func makeRoom() throws(ControlError) {
        guard path.utf8.count + 4 <= SystemSocket.longestPath, path.hasPrefix("/") else {
            throw error(
                "not an absolute path of at most \(SystemSocket.longestPath - 4) bytes",
                "Choose another one for [control] socket.")
        }
        do throws(SystemErrno) {
            guard let file = try SystemSocket.file(at: path) else { return }
            guard file.isSocket else {
                throw SystemErrno(code: EEXIST)
            }
            _ = try SystemSocket.connect(to: path, within: .seconds(1))
        } catch {
            // Nobody listens at it: what a process left that did not end well. `open` replaces it.
            if error.code == ECONNREFUSED { return }
            throw failure(error)
        }
        throw error(
            "another process listens there",
            "Stop it, or give this door another [control] socket; `ss -xlp` names the process.")
    }

    private func failure(_ failure: SystemErrno) -> ControlError {
        switch failure.code {
        case EEXIST: error("there is a file that is no socket", "Move it away.")
        case ENOENT: error(failure.text, "Make the directory.")
        case EACCES, EPERM, EROFS: error(failure.text, "Let the daemon's user write the directory.")
        default: error(failure.text, "Check the path and the limits of this process.")
        }
    }

    private func error(_ cause: String, _ remedy: String) -> ControlError {
        ControlError(what: "control socket \(path)", cause: cause, remedy: remedy)
    }
}
