import DataModels

extension BodyAccount {
    /// A change that the response field of a route made; what no field of the program caused is put down to the route's decorator.
    init(_ change: BodyChange, of route: Route) {
        let kind: Kind =
            switch change.kind {
            case .removed: .removed
            case .converted: .converted
            case .defaulted: .defaulted
            case .aliased: .aliased
            }
        self.init(
            kind: kind, path: change.path, before: change.before, after: change.after, reason: change.reason,
            site: change.site ?? route.site)
    }
}
