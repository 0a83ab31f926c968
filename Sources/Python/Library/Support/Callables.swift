extension Machine {
    /// A keyword argument list as a dictionary.
    func dictionary(_ keywords: [(name: String, value: Value)]) -> PyDict {
        let made = PyDict()
        for (name, value) in keywords { made[name] = value }
        return made
    }
}
