import DataModels
import Python

/// Compares what a function returned with what the body says, for the trace.
struct BodyComparison {
    let machine: Machine
    let route: Route
    private static let limit = 200
    private static let deepest = 64

    func compare(_ before: Value, _ after: Value, path: String, into changes: inout [BodyAccount], depth: Int = 0) {
        guard changes.count < Self.limit, depth < Self.deepest else { return }
        if let old = mapping(before), let new = after.asDict { return compareDicts(old, new, path, &changes, depth) }
        if let old = before.asList?.elements ?? before.asTuple?.elements, let new = after.asList?.elements {
            for (index, pair) in zip(old, new).enumerated() {
                compare(pair.0, pair.1, path: "\(path)[\(index)]", into: &changes, depth: depth + 1)
            }
            return
        }
        guard let old = scalar(before), let new = scalar(after), old != new else { return }
        changes.append(
            BodyAccount(
                kind: .converted, path: path.isEmpty ? "body" : path, before: old, after: new, reason: "the response model's type",
                site: route.site))
    }

    /// The names and values of a dictionary, or of an object with attributes.
    private func mapping(_ value: Value) -> PyDict? {
        if let dict = value.asDict { return dict }
        guard let instance = value.asInstance, instance.payload == nil, value.asType == nil, EnumSupport.value(of: value) == nil else {
            return nil
        }
        return instance.attributes
    }

    private func compareDicts(_ old: PyDict, _ new: PyDict, _ path: String, _ changes: inout [BodyAccount], _ depth: Int) {
        let name = { (key: Value) in (path.isEmpty ? "" : path + ".") + (key.asString ?? "?") }
        var fresh = new.items.filter { entry in entry.key.asString.map { old[$0] == nil } == true }
        for (key, value) in old.items {
            guard let text = key.asString, !text.hasPrefix("__") else { continue }
            if let present = new[text] {
                compare(value, present, path: name(key), into: &changes, depth: depth + 1)
            } else if let renamed = fresh.firstIndex(where: { isSame(value, $0.value) }) {
                let other = fresh.remove(at: renamed)
                changes.append(
                    BodyAccount(
                        kind: .aliased, path: name(key), before: text, after: other.key.asString, reason: "the field's alias",
                        site: route.site))
                compare(value, other.value, path: name(other.key), into: &changes, depth: depth + 1)
            } else {
                changes.append(
                    BodyAccount(
                        kind: .removed, path: name(key), before: scalar(value), after: nil, reason: removal, site: route.site))
            }
        }
        for (key, value) in fresh {
            changes.append(
                BodyAccount(
                    kind: .defaulted, path: name(key), before: nil, after: scalar(value), reason: "the response model's default",
                    site: route.site))
        }
    }

    /// Whether a value under another name is the same one, as an alias makes it; nothing and containers do not tell.
    private func isSame(_ before: Value, _ after: Value) -> Bool {
        guard let old = scalar(before), let new = scalar(after), !before.isNone else { return false }
        return old == new
    }

    private var removal: String {
        let options = route.settings.options
        let selects = !options.include.isNone || !options.exclude.isNone
        let drops = options.excludeNone || options.excludeUnset || options.excludeDefaults
        return selects || drops
            ? "not a field of the response model, or left out by what the decorator says" : "not a field of the response model"
    }

    /// A short text of a plain value; nil for containers and objects.
    private func scalar(_ value: Value) -> String? {
        switch value {
        case .none, .bool, .int, .float, .str: try? machine.repr(value)
        default: nil
        }
    }
}
