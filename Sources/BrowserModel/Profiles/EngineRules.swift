/// The rules of an engine, or the same without one departure from the standard: to find out which of them decide something.
struct EngineRules: Sendable, Hashable {
    let engine: EngineProfile
    /// A departure that is left out.
    var without: EngineProfile.Deviation?

    static let standard = EngineRules(.standard)
    static let chromium = EngineRules(.chromium)
    static let firefox = EngineRules(.firefox)

    init(_ engine: EngineProfile, without deviation: EngineProfile.Deviation? = nil) {
        self.engine = engine
        without = deviation
    }

    /// Whether the rules depart from the standard in that way.
    func has(_ deviation: EngineProfile.Deviation) -> Bool { deviation != without && engine.has(deviation) }

    /// The most seconds for which a preflight is remembered.
    var preflightCacheLimit: Int { engine.preflightCacheLimit }

    /// Those of the engine's departures without which something comes out differently.
    func decisive(among deviations: Set<EngineProfile.Deviation>? = nil, _ differs: (EngineRules) -> Bool) -> [EngineProfile.Deviation] {
        guard engine != .standard, without == nil else { return [] }
        let candidates = deviations?.intersection(engine.deviations) ?? engine.deviations
        return EngineProfile.Deviation.allCases.filter { candidates.contains($0) && differs(EngineRules(engine, without: $0)) }
    }
}
