import HTTPMessages
import Python
import ResponsePipeline
import Testing

/// Every difference between what a function returned and the body names its reason and the line that caused it.
@Suite struct BodyChangeTests {
    private static let source = """
        from datetime import date
        from typing import Generic, TypeVar
        from fastapi import FastAPI
        from pydantic import BaseModel, Field, computed_field
        T = TypeVar("T")
        class Tag(BaseModel):
            label: str = Field(serialization_alias="Label")
            weight: float = 1
        class Base(BaseModel):
            name: str
            price: float
        class Item(Base):
            tags: list[Tag] = []
            secret: str = Field("x", exclude=True)
            made: date | None = None
            @computed_field
            @property
            def total(self) -> float:
                return self.price * 2
        class Page(BaseModel, Generic[T]):
            items: list[T]
            count: int = 0
        app = FastAPI()
        @app.get("/page", response_model=Page[Item], response_model_exclude_none=True)
        def page():
            return {"items": [{"name": "a", "price": "3", "made": None, "tags": [{"label": "l", "extra": 1}], "owner": "me", "secret": "s"}]}
        @app.get("/instance")
        def instance() -> Base:
            return Item(name="a", price=1, made=date(2020, 1, 1))
        @app.get("/table")
        def table() -> dict[str, list[Tag]]:
            return {"a": [Tag(label="l"), {"label": "m", "weight": "2"}]}
        """

    /// Kind, path, line and reason of each change of the body.
    private func changes(_ target: String) async throws -> [String] {
        let loaded = await Application.load(SourceText(Self.source), name: "main.py", world: RecordedAnswerTests.world)
        let application = try #require(loaded.application)
        let request = HTTPRequest(target: target, headers: ["host": "h"])
        let answer = await application.respond(to: request, client: ("127.0.0.1", 5), isRecording: true)
        return answer.trace.bodyChanges.map { "\($0.kind.rawValue) \($0.path) \($0.site?.line ?? 0): \($0.reason)" }
    }

    @Test func fieldsOfNestedModelsNameTheirLines() async throws {
        let expected = [
            "converted items[0].price 11: the type float", "aliased items[0].tags[0].label 7: the alias of label",
            "defaulted items[0].tags[0].weight 8: the default of weight",
            "removed items[0].tags[0].extra 13: not a field of Tag", "removed items[0].secret 14: secret is excluded",
            "removed items[0].made 21: response_model_exclude_none", "removed items[0].owner 21: not a field of Item",
            "defaulted items[0].total 18: a computed field of Item", "defaulted count 22: the default of count",
        ]
        #expect(try await changes("/page") == expected)
    }

    @Test func whatADeclaredBaseDoesNotHaveIsPutDownToTheDecorator() async throws {
        let expected = [
            "removed tags 27: not a field of Base", "removed secret 27: not a field of Base", "removed made 27: not a field of Base",
        ]
        #expect(try await changes("/instance").sorted() == expected.sorted())
    }

    @Test func itemsOfDictionariesAreFollowed() async throws {
        let expected = [
            "aliased a[0].label 7: the alias of label", "converted a[0].weight 8: the type float",
            "aliased a[1].label 7: the alias of label", "converted a[1].weight 8: the type float",
        ]
        #expect(try await changes("/table") == expected)
    }
}
