import BrowserModel
import HTTPMessages

/// Plays scenarios against the browser model, with the canned answers in place of servers.
public struct ScenarioRunner: Sendable {
    public let profile: EngineProfile
    /// Whether the person blocks third-party cookies.
    public let blocksThirdPartyCookies: Bool
    /// Whether results say where the engine departs from the standard.
    public let namesDeviations: Bool
    private let emptyJar: CookieJar
    /// The jar with which a scenario begins that asks for none.
    private let seededJar: CookieJar

    public init(profile: EngineProfile, blocksThirdPartyCookies: Bool = false, namesDeviations: Bool = false) {
        self.profile = profile
        self.namesDeviations = namesDeviations
        self.blocksThirdPartyCookies = blocksThirdPartyCookies
        emptyJar = CookieJar(profile: profile, blocksThirdParties: blocksThirdPartyCookies, namesDeviations: namesDeviations)
        seededJar = ScenarioPlay.jar(emptyJar, holding: ScenarioTopology.seeds, now: Self.beginning)
    }

    /// Why a scenario cannot be played.
    public enum Problem: Error, Equatable, CustomStringConvertible {
        case invalid(id: String, field: String, value: String)
        case repeated(id: String)

        public var description: String {
            switch self {
            case .invalid(let id, let field, let value): "scenario \(id): \(field) cannot be \"\(value)\""
            case .repeated(let id): "two scenarios have the id \"\(id)\""
            }
        }
    }

    /// The moment at which every scenario begins: 2026-11-23, in milliseconds since 1970.
    private static let beginning = 1_795_392_000_000

    /// The results of a list, aligned with it; throws where a scenario cannot be played.
    public func run(_ scenarios: [Scenario]) throws(Problem) -> [ScenarioResult] {
        var seen: Set<String> = []
        var results: [ScenarioResult] = []
        results.reserveCapacity(scenarios.count)
        for scenario in scenarios {
            guard seen.insert(scenario.id).inserted else { throw .repeated(id: scenario.id) }
            results.append(try run(scenario))
        }
        return results
    }

    /// The result of a scenario and of its further steps.
    public func run(_ scenario: Scenario) throws(Problem) -> ScenarioResult {
        let jar = scenario.jar.map { ScenarioPlay.jar(emptyJar, holding: $0, now: Self.beginning) } ?? seededJar
        var play = ScenarioPlay(scenario, jar: jar, now: Self.beginning)
        var result = try play.step(nil)
        result.id = scenario.id
        if scenario.jar != nil || scenario.setsCookies { result.cookiesStored = play.storedCookies }
        guard let further = scenario.then else { return result }
        var results: [ScenarioResult] = []
        for step in further {
            var next = try play.step(step)
            if step.query?.isEmpty ?? true {
                // DevTools tell apart what happened only by URL: steps of one URL are told together.
                result.devtools = result.devtools?.joined(with: next.devtools)
                next.devtools = nil
            }
            results.append(next)
        }
        result.then = results
        return result
    }
}
