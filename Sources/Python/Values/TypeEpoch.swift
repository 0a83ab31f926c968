/// Counts every change of any class of one machine; what was looked up along a method resolution order holds while it stands still.
final class TypeEpoch {
    @exclusivity(unchecked) private(set) var count = 0

    /// Notes a change.
    func advance() { count &+= 1 }
}
