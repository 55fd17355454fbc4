import Control

/// Follows what happens at a door, as lines.
struct EventStream {
    /// Lines of JSON instead of words.
    let json: Bool

    /// Follows until the daemon ends; where events were lost on their way it says so and goes on.
    ///
    /// - Parameter each: handed every line, without its end.
    func follow(
        _ client: inout ControlClient, _ each: @escaping (String) -> Void
    ) throws(ControlClientError) {
        var last: EventID?
        while true {
            do throws(ControlClientError) {
                let told = { (event: MonitorEvent) in
                    last = event.id
                    for line in lines(event) { each(line) }
                    return true
                }
                return try client.monitor(after: last, quiet: { true }, told)
            } catch {
                guard case .gap = error else { throw error }
                each(json ? #"{"kind":"gap"}"# : EventWords.gap)
                last = nil
            }
        }
    }

    private func lines(_ event: MonitorEvent) -> [String] {
        guard json else { return EventWords.lines(event) }
        guard case .object(let object)? = event.parameters["event"] else { return [] }
        return [object.json]
    }
}
