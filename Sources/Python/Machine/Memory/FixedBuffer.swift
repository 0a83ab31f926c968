/// Elements that never move or change in number, used in place without counting owners of the buffer.
///
/// Whoever holds it deallocates it; an index must be below the number of elements, which the compiler of the machine sees to.
struct FixedBuffer<Element> {
    private let base: UnsafeMutablePointer<Element>
    /// How many elements there are.
    let count: Int

    init(_ elements: [Element]) {
        count = elements.count
        base = .allocate(capacity: max(1, elements.count))
        for (index, element) in elements.enumerated() { (base + index).initialize(to: element) }
    }

    /// An element, in its place.
    @inline(__always)
    subscript(_ index: Int) -> Element {
        unsafeAddress {
            assert(index >= 0 && index < count)
            return UnsafePointer(base + index)
        }
        nonmutating unsafeMutableAddress {
            assert(index >= 0 && index < count)
            return base + index
        }
    }

    /// Releases the elements and the memory.
    func deallocate() {
        base.deinitialize(count: count)
        base.deallocate()
    }
}
