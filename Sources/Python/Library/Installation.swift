/// The modules of the standard library that a program can import.
public enum Library {
    /// Makes the modules known; each is built at its first import.
    static func register(in registry: ModuleRegistry) {
        for (name, build) in types() + values() + tools() { registry.register(name, build) }
    }

    /// Gives the built-in types what annotations need: `list[int]`, `X | Y`.
    static func install(_ machine: Machine) throws {
        try TypeFormInstallation.install(machine)
        FunctionWrappers.install(machine)
    }

    private static func types() -> [(String, ModuleRegistry.Builder)] {
        [
            ("__future__", TypesModule.makeFuture), ("_clock", RunClock.makeModule), ("abc", AbstractClasses.makeModule),
            ("collections.abc", CollectionsABC.makeModule), ("dataclasses", DataclassesModule.make), ("enum", EnumModule.make),
            ("inspect", InspectModule.make), ("types", TypesModule.make), ("typing", TypingModule.make),
            ("typing_extensions", TypingModule.makeExtensions),
        ]
    }

    private static func values() -> [(String, ModuleRegistry.Builder)] {
        [
            ("datetime", DateTimeModule.make), ("decimal", DecimalModule.make), ("http", HTTPModule.make),
            ("http.cookies", CookiesModule.make),
            ("json", JSONModule.make), ("json.decoder", JSONModule.makeAlias), ("json.encoder", JSONModule.makeAlias),
            ("math", MathModule.make),
            ("re", RegexModule.make), ("time", TimeModule.make), ("uuid", UUIDModule.make),
        ]
    }

    private static func tools() -> [(String, ModuleRegistry.Builder)] {
        [
            ("anyio", AnyioModule.make), ("anyio.to_thread", AnyioModule.makeThreads), ("asyncio", AsyncioModule.make),
            ("collections", CollectionsModule.make), ("contextlib", ContextlibModule.make), ("copy", CopyModule.make),
            ("functools", FunctoolsModule.make), ("itertools", ItertoolsModule.make),
        ]
    }
}
