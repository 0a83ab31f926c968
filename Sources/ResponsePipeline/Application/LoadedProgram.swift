import DataModels
import Python

/// What came of loading a program.
public struct LoadedProgram {
    /// Nil where there is nothing to serve.
    public var application: Application?
    public var findings: [Finding]
    /// What the program printed while it was loaded.
    public var log: [String]

    /// Something to know about a line of the program.
    public struct Finding: Sendable, Hashable {
        public var line: Int?
        public var text: String

        public init(line: Int?, text: String) {
            self.line = line
            self.text = text
        }
    }
}

extension Application {
    /// What loading a program may use; a top level that never ends is stopped.
    private static let loadBudget = Budget(instructions: 100_000_000, bytes: 512 << 20)

    /// Parses, compiles and runs a program and takes its application; whatever is wrong becomes a finding.
    ///
    /// Statements with syntax errors are left out, so that the rest still runs.
    ///
    /// - Parameters:
    ///   - name: the path of the program; its file name is the module's.
    ///   - folder: the files that its responses may send.
    public static func load(
        _ source: SourceText, name: String, world: World, folder: Folder = Folder()
    ) async -> LoadedProgram {
        let (module, errors) = Parser.parse(source)
        var findings = errors.map {
            LoadedProgram.Finding(line: source.line(at: $0.range.start), text: "\($0.kind.rawValue): \($0.message)")
        }
        let context = ExecutionContext(budget: loadBudget)
        let machine = Machine(world: world, context: context)
        do {
            DataModels.register(in: machine)
            let framework = try FrameworkModules.register(in: machine)
            framework.classes.folder = folder
            framework.classes.programPath = name
            let program = try machine.load(module, of: source, named: moduleName(name))
            var names: PyDict?
            do {
                names = try machine.execute(program, path: name).namespace
            } catch let raised as PyError {
                findings.append(finding(raised, machine))
            }
            guard let object = served(names?["app"], machine) ?? framework.applications.last else {
                findings.append(LoadedProgram.Finding(line: nil, text: "there is no application: app = FastAPI() is missing"))
                return LoadedProgram(application: nil, findings: findings, log: context.log)
            }
            let application = try Application(machine: machine, framework: framework.classes, object: object)
            if let served = names?["app"], !(served.asObject is ApplicationObject), machine.isCallable(served) {
                application.serve(served)
            }
            do { try await application.start(with: framework.applications) } catch let raised as PyError {
                findings.append(finding(raised, machine))
            }
            return LoadedProgram(application: application, findings: findings + application.findings, log: context.log)
        } catch let raised as PyError {
            findings.append(finding(raised, machine))
        } catch let error as SyntaxError {
            findings.append(
                LoadedProgram.Finding(line: source.line(at: error.range.start), text: "\(error.kind.rawValue): \(error.message)"))
        } catch let limit as MachineLimit {
            findings.append(LoadedProgram.Finding(line: machine.callSite?.line, text: "the top level of the program " + limit.words))
        } catch {
            findings.append(LoadedProgram.Finding(line: nil, text: "\(error)"))
        }
        return LoadedProgram(application: nil, findings: findings, log: context.log)
    }

    /// The application that a program serves: `app`, or what is behind it where the program put middleware around it itself.
    private static func served(_ value: Value?, _ machine: Machine) -> ApplicationObject? {
        var current = value
        // As many layers as anything real has.
        for _ in 0..<64 {
            guard let found = current else { return nil }
            if let application = found.asObject as? ApplicationObject { return application }
            current = found.asInstance?.dictionary["app"]
        }
        return nil
    }

    private static func finding(_ raised: PyError, _ machine: Machine) -> LoadedProgram.Finding {
        let text = (try? machine.str(.object(raised.exception))) ?? ""
        return LoadedProgram.Finding(line: raised.traceback.first?.line, text: "\(raised.type.name): \(text)")
    }

    private static func moduleName(_ path: String) -> String {
        let file = path.split(separator: "/").last ?? Substring(path)
        return file.hasSuffix(".py") ? String(file.dropLast(3)) : String(file)
    }
}
