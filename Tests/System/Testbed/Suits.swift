import ArgumentParser

/// `lintel-testbed suits`: tells whether a recording can be played as a Lepton 3 with telemetry and read the same.
struct Suits: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Exit with 0 when a recording suits playing as a camera, else say why not and exit with 1.")

    @Argument(help: "A CPTV recording.")
    var recording: String

    func run() throws {
        do {
            let recording = try PlayedRecording(path: recording)
            if let objection = recording.objection {
                print(objection)
                throw ExitCode(1)
            }
        } catch let error as PlayedRecording.Unsuitable {
            print(error.description)
            throw ExitCode(1)
        }
    }
}
