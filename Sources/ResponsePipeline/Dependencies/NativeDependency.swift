import Python

/// What a callable of the framework asks for when it is a dependency: its annotated parameters, which native functions cannot say.
struct NativeDependency {
    let parameters: [CallSignature.Parameter]
    let kind: CallSignature.Kind

    /// The dependencies of one machine, by the native function that runs.
    final class Registry {
        private var known: [ObjectIdentifier: NativeDependency] = [:]

        /// Says what a method of a native class asks for besides `self`.
        func declare(_ name: String, of type: PyType, _ kind: CallSignature.Kind, _ parameters: [CallSignature.Parameter]) {
            guard let function = type.lookup(name)?.asObject as? PyNativeFunction else { return }
            known[ObjectIdentifier(function)] = NativeDependency(parameters: parameters, kind: kind)
        }

        subscript(_ function: PyNativeFunction) -> NativeDependency? { known[ObjectIdentifier(function)] }
    }
}
