/// The order in which the slots of a hash index are looked at for a hash; the index has a power of two of them.
struct HashProbe {
    /// The slot to look at.
    private(set) var slot: Int
    private let mask: Int
    private var perturb: UInt

    /// Starts for a hash; `mask` is the number of slots less one.
    init(_ hash: Int, mask: Int) {
        self.mask = mask
        slot = hash & mask
        perturb = UInt(bitPattern: hash)
    }

    /// Goes on to the next slot.
    mutating func advance() {
        perturb >>= 5
        slot = (slot &* 5 &+ 1 &+ Int(truncatingIfNeeded: perturb)) & mask
    }
}
