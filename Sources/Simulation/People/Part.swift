/// One ellipsoid of a person and what covers it.
struct Part: Sendable {
    enum Surface: Sendable {
        /// The head: painted by the face map, the part's centre lying at this place of the head.
        case head(offset: Vector)
        /// Bare skin of this temperature, °C.
        case skin(Float)
        /// Cloth of this temperature, °C.
        case cloth(Float)
    }

    let shape: Ellipsoid
    let surface: Surface
}
