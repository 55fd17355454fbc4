/// A call that is not over with one reply at once. While it lasts no other call of its connection is looked at.
enum LastingCall: Hashable {
    /// Events, until the client goes.
    case monitor
    /// Live pictures, until the session is over.
    case view
    /// The records desk owes an answer, and replies come in the order of their calls.
    case desk
}
