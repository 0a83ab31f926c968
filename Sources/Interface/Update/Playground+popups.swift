import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

extension Playground {
    /// Gives an event to what lies on top.
    mutating func handleInPopup(_ event: InputEvent) -> [Effect] {
        if case .key(.char("c"), .ctrl) = event {
            popup = nil
            return []
        }
        switch popup {
        case .form(var form):
            let effects = handle(event, in: &form)
            return effects
        case .menu(var menu): return handle(event, in: &menu)
        case .question(let question): return answer(event, question)
        case .help(let scroll):
            switch event {
            case .key(.escape, _), .key(.char("q"), _), .key(.char("?"), _), .key(.enter, _): popup = nil
            case .key(.down, _), .key(.char("j"), _): popup = .help(scroll: scroll + 1)
            case .key(.up, _), .key(.char("k"), _): popup = .help(scroll: max(0, scroll - 1))
            case .key(.pageDown, _), .key(.char(" "), _): popup = .help(scroll: scroll + 10)
            case .key(.pageUp, _): popup = .help(scroll: max(0, scroll - 10))
            default: break
            }
        case .reading:
            if case .key = event { popup = nil }
        case .why:
            if case .key(let key, _) = event {
                popup = nil
                if key == .char("f") { return fixSelected() }
            }
        case .origins(let table): return handle(event, in: table)
        case nil: break
        }
        return []
    }

    private mutating func handle(_ event: InputEvent, in popup: inout FormPopup) -> [Effect] {
        switch event {
        case .key(.escape, _):
            self.popup = nil
            return []
        case .key(.enter, _), .key(.char("s"), .ctrl): return submit(popup)
        default:
            _ = popup.form.handle(event)
            popup.problem = nil
            popup.preview = preview(popup)
            self.popup = .form(popup)
            return []
        }
    }

    // MARK: Menus

    private mutating func handle(_ event: InputEvent, in menu: inout Popup.Menu) -> [Effect] {
        let shown = menu.shown
        switch event {
        case .key(.escape, _):
            popup = nil
            return []
        case .key(.up, _): menu.selection = max(0, menu.selection - 1)
        case .key(.down, _): menu.selection = min(shown.count - 1, menu.selection + 1)
        case .key(.enter, _): return shown.indices.contains(menu.selection) ? choose(shown[menu.selection].choice) : []
        case .key(.char(let character), let modifiers) where menu.filter == nil && modifiers.isEmpty:
            if character == "j" { menu.selection = min(shown.count - 1, menu.selection + 1) }
            if character == "k" { menu.selection = max(0, menu.selection - 1) }
            if let digit = character.wholeNumberValue, shown.indices.contains(digit - 1) { return choose(shown[digit - 1].choice) }
        default:
            if menu.filter?.handle(event) == true { menu.selection = 0 }
        }
        if let item = shown.indices.contains(menu.selection) ? shown[menu.selection] : nil, case .theme(let name) = item.choice {
            previewTheme(name)
        }
        popup = .menu(menu)
        return []
    }

    private mutating func previewTheme(_ name: String) {
        if let shown = try? ShippedThemes.theme(named: name) { theme = shown }
    }

    private mutating func choose(_ choice: Popup.Choice) -> [Effect] {
        popup = nil
        switch choice {
        case .action(let action): return perform(action)
        case .open(let kind):
            open(kind)
            return []
        case .theme(let name):
            previewTheme(name)
            return [.setTheme(name)]
        case .exchange(let number):
            shownExchange = number
            answerRow = 0
            return []
        case .dependency(let name):
            guard case .pathOperation(let function) = selected else { return [] }
            return change { document throws(FormProblem) in try document.use(dependency: name, in: function) }
        }
    }

    /// What `a` offers for what is selected.
    var addMenu: Popup.Menu {
        var items: [Popup.Menu.Item] = []
        if let function = selectedFunction {
            let name = function.name
            items += [
                .init(label: "header", detail: "on the temporal response of \(name)", choice: .open(.header(function: name, write: nil))),
                .init(label: "cookie", detail: "on the temporal response of \(name)", choice: .open(.cookie(function: name, write: nil))),
                .init(label: "status", detail: "of the temporal response of \(name)", choice: .open(.status(function: name, write: nil))),
            ]
            if function.route != nil {
                items += document.outline.dependencies.filter { !function.dependencies.contains($0.name) }.map {
                    .init(label: "use dependency \($0.name)", detail: "in the decorator of \(name)", choice: .dependency($0.name))
                }
            }
        }
        if let model = selectedModel {
            items.append(.init(label: "field", detail: "of \(model.name)", choice: .open(.field(model: model.name, index: nil))))
        }
        items += [
            .init(label: "path operation", detail: "method, path, parameters", choice: .open(.route(nil))),
            .init(label: "dependency", detail: "a function for Depends", choice: .open(.dependency)),
            .init(label: "model", detail: "a Pydantic class", choice: .open(.model(nil))),
        ]
        let hasCORS = document.outline.cors != nil
        items.append(.init(label: "CORS", detail: hasCORS ? "edit the settings that are there" : "CORSMiddleware", choice: .open(.cors)))
        return Popup.Menu(title: "Add", items: items)
    }

    var historyMenu: Popup.Menu {
        let items = history.reversed().map {
            Popup.Menu.Item(label: "\($0.number)  \($0.title)", detail: $0.caller, choice: .exchange($0.number))
        }
        return Popup.Menu(title: "History", items: Array(items), filter: TextField())
    }

    var themeMenu: Popup.Menu {
        let items = ShippedThemes.texts.map { entry in
            Popup.Menu.Item(label: entry.key, detail: (try? ShippedThemes.theme(named: entry.key))?.about ?? "", choice: .theme(entry.key))
        }
        var menu = Popup.Menu(title: "Theme", items: items)
        menu.selection = items.firstIndex { $0.label == theme.name } ?? 0
        return menu
    }

    var paletteMenu: Popup.Menu {
        let items = ActionTable.bindings.all.map { binding in
            Popup.Menu.Item(
                label: binding.label, detail: "\(binding.chords.map(\.description).joined(separator: " "))  \(binding.help)",
                choice: .action(binding.action))
        }
        return Popup.Menu(title: "Palette", items: items, filter: TextField())
    }

    // MARK: Questions

    private mutating func answer(_ event: InputEvent, _ question: Popup.Question) -> [Effect] {
        guard case .key(let key, _) = event else { return [] }
        if key == .escape {
            popup = nil
            return []
        }
        guard case .char(let character) = key, let chosen = question.answers.first(where: { $0.key == character }) else { return [] }
        popup = nil
        switch chosen.then {
        case .cancel: return []
        case .saveAndQuit: return save(thenQuit: true)
        case .quit: return [.keepRecovery(nil), .quit]
        case .deleteItem: return deleteSelectedItem()
        case .takeFromDisk(let bytes): return takeFromDisk(bytes)
        case .takeRecovered(let bytes): return takeRecovered(bytes)
        case .dropRecovered: return [.keepRecovery(nil)]
        case .copy(let text): return [.copy(text)]
        }
    }
}
