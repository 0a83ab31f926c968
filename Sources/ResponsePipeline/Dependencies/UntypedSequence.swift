import Python

/// Whether an annotation is a sequence that names no members (FastAPI 0.165.0 _compat/shared.py `is_uploadfile_sequence_annotation`).
///
/// FastAPI asks whether all members are uploads, which is true of none.
struct UntypedSequence {
    private let machine: Machine

    init(_ machine: Machine) { self.machine = machine }

    /// `list`, `List`, `tuple`, a named tuple and their kin, or a union with one of them.
    func isOne(_ annotation: Value) -> Bool {
        switch annotation.asObject {
        case let type as PyType: return isSequence(type)
        case let union as PyUnion: return union.members.contains(where: isOne)
        case let alias as PyGenericAlias: return alias.arguments.isEmpty && alias.origin.asType.map(isSequence) ?? false
        default: return false
        }
    }

    private func isSequence(_ type: PyType) -> Bool {
        let types = machine.types
        if type.isSubtype(of: types.str) || type.isSubtype(of: types.bytes) { return false }
        if [types.list, types.tuple, types.set, types.frozenset].contains(where: { type.isSubtype(of: $0) }) { return true }
        return type.mro.contains {
            ["Sequence", "deque"].contains($0.name) && ["collections", "collections.abc", "_collections_abc", "typing"].contains($0.module)
        }
    }
}
