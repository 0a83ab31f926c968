enum ScopeChecker { static func check(_ body: [Statement]) -> [SyntaxError] { [] } }
