import Python

/// Values by name, the names in the order in which they first came.
struct GroupedValues {
    private(set) var groups: [(name: String, values: [Value])] = []
    private var places: [String: Int] = [:]

    mutating func add(_ name: String, _ value: Value) {
        if let place = places[name] {
            groups[place].values.append(value)
        } else {
            places[name] = groups.count
            groups.append((name, [value]))
        }
    }
}
