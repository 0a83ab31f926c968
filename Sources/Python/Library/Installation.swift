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

    /// The module `builtins`: what every module sees without importing it.
    private static func makeBuiltins(_ machine: Machine) -> PyModule {
        let module = PyModule(name: "builtins")
        for (name, value) in machine.builtins.items { module.add(name.asString ?? "", value) }
        return module
    }

    private static func types() -> [(String, ModuleRegistry.Builder)] {
        [
            ("__future__", TypesModule.makeFuture), ("_asyncgenerators", AsyncGenerators.written.builder("_asyncgenerators")),
            ("_clock", RunClock.makeModule), ("abc", AbstractClasses.makeModule),
            ("_collections_abc", CollectionsABC.makeClasses), ("collections.abc", CollectionsABC.makeModule),
            ("dataclasses", DataclassesModule.make), ("enum", EnumModule.make),
            ("inspect", InspectModule.make), ("types", TypesModule.make), ("typing", TypingModule.make),
            ("typing_extensions", TypingModule.makeExtensions),
        ]
    }

    private static func values() -> [(String, ModuleRegistry.Builder)] {
        [
            ("base64", BinaryTextModules.makeBase64), ("binascii", BinaryTextModules.makeBinascii), ("calendar", CalendarModule.make),
            ("datetime", DateTimeModule.make), ("decimal", DecimalModule.make), ("email.utils", EmailUtilsModule.make),
            ("fractions", FractionClass.makeModule), ("hashlib", HashModules.makeHashlib), ("hmac", HashModules.makeHMAC),
            ("codecs", CodecsModule.make), ("csv", CSVModule.make), ("html", HTMLModule.make), ("http", HTTPModule.make),
            ("http.cookies", CookiesModule.make),
            ("ipaddress", IPAddressModule.make),
            ("json", JSONModule.make), ("json.decoder", JSONModule.makeAlias), ("json.encoder", JSONModule.makeAlias),
            ("math", MathModule.make), ("numbers", NumbersModule.make), ("random", RandomModule.make), ("re", RegexModule.make),
            ("secrets", SecretsModule.make), ("statistics", StatisticsModule.make), ("string", StringModule.make),
            ("textwrap", TextwrapModule.make), ("time", TimeModule.make), ("urllib.parse", URLParseModule.make), ("uuid", UUIDModule.make),
            ("zoneinfo", CalendarModule.makeZoneInfo),
        ]
    }

    private static func tools() -> [(String, ModuleRegistry.Builder)] {
        [
            ("annotated_doc", AnyioExtras.documentation.builder("annotated_doc")), ("anyio", AnyioModule.make),
            ("anyio.to_thread", AnyioModule.makeThreads), ("asyncio", AsyncioModule.make),
            ("bisect", SortedModules.makeBisect), ("collections", CollectionsModule.make), ("contextlib", ContextlibModule.make),
            ("contextvars", RuntimeModules.makeContextVars), ("copy", CopyModule.make), ("functools", FunctoolsModule.make),
            ("heapq", SortedModules.makeHeapq), ("io", IOModule.make), ("itertools", ItertoolsModule.make), ("logging", LoggingModule.make),
            ("logging.config", LoggingModule.configuration.builder("logging.config")),
            ("logging.handlers", LoggingModule.handlers.builder("logging.handlers")),
            ("operator", OperatorModule.make), ("os", SystemModules.makeOS), ("os.path", PathText.makeModule),
            ("pathlib", PathlibModule.written.builder("pathlib")),
            ("platform", SystemModules.makePlatform), ("posixpath", PathText.makeModule), ("shutil", SystemModules.makeShutil),
            ("socket", SystemModules.makeSocket), ("subprocess", SystemModules.makeSubprocess), ("sys", SystemModules.makeSys),
            ("tempfile", SystemModules.makeTempfile), ("threading", RuntimeModules.makeThreading),
            ("gc", GCModule.make), ("traceback", TracebackModule.make), ("warnings", WarningsModule.make), ("weakref", WeakrefModule.make),
            ("concurrent.futures", ThreadModules.futures.builder("concurrent.futures")), ("mimetypes", MimetypesModule.make),
            ("difflib", DifflibModule.written.builder("difflib")), ("pprint", PprintModule.written.builder("pprint")),
            ("queue", QueueModule.written.builder("queue")),
            ("builtins", makeBuiltins), ("struct", StructModule.make), ("unicodedata", UnicodeDataModule.make),
        ] + SmallModules.all.map { ($0.name, $0.module.builder($0.name)) }
    }
}
