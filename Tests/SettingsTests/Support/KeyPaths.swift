import Settings
import TOMLKit

/// The paths of every table, of every value in one, and of every table in an array, as TOMLKit has them.
func keyPaths(of table: TOMLTable, below path: [KeyStep] = []) -> Set<[KeyStep]> {
    table.keys.reduce(into: []) { paths, key in
        let keyPath = path + [.key(key)]
        paths.insert(keyPath)
        if let value = table[key] { paths.formUnion(keyPaths(in: value, at: keyPath)) }
    }
}

private func keyPaths(in value: any TOMLValueConvertible, at path: [KeyStep]) -> Set<[KeyStep]> {
    if let table = value.table { return keyPaths(of: table, below: path) }
    guard let array = value.array else { return [] }
    return (0..<array.count).reduce(into: []) { paths, index in
        let elementPath = path + [.index(index)]
        if array[index].table != nil { paths.insert(elementPath) }
        paths.formUnion(keyPaths(in: array[index], at: elementPath))
    }
}
