@main
struct Linteld {
    static func main() {}
}
