/// The program that opens where no file is named: small, and with something of everything.
public enum BuiltInProgram {
    /// The name under which it is shown and saved.
    public static let name = "dogs.py"

    public static let text = #"""
        """A kennel of headers. Press s to send the selected path operation, b for the browser's view."""

        from typing import Annotated

        from fastapi import Cookie, Depends, FastAPI, Header, HTTPException, Response
        from fastapi.middleware.cors import CORSMiddleware
        from fastapi.responses import JSONResponse, RedirectResponse
        from pydantic import BaseModel

        app = FastAPI()

        app.add_middleware(
            CORSMiddleware,
            allow_origins=["https://app.example"],
            allow_methods=["GET", "POST"],
            expose_headers=["X-Shown"],
        )


        class Dog(BaseModel):
            name: str
            age: int
            tricks: list[str] = []


        def leash(response: Response):
            """Every path operation that depends on it gets this header."""
            response.headers["X-Leash"] = "red"


        def verify_token(x_token: Annotated[str | None, Header()] = None):
            if x_token != "bone":
                raise HTTPException(
                    status_code=401,
                    detail="Who let you in?",
                    headers={"WWW-Authenticate": "Bone"},
                )


        @app.get("/dogs/{dog_id}", response_model=Dog, dependencies=[Depends(leash)])
        def read_dog(dog_id: int, response: Response):
            # Cross-origin JavaScript can read the first of these headers, not the second.
            response.headers["X-Shown"] = "seen"
            response.headers["X-Hidden"] = "unseen"
            response.set_cookie("kennel", f"k{dog_id}", httponly=True)
            return {"name": "Rex", "age": "7", "owner": "never leaves the server"}


        @app.post("/dogs", status_code=201)
        def create_dog(dog: Dog, response: Response):
            response.headers["Location"] = f"/dogs/{len(dog.name)}"
            if dog.age < 1:
                response.status_code = 202
                response.headers["Retry-After"] = "120"
            return dog


        @app.get("/portal")
        def portal(response: Response, teleport: bool = False):
            # A response that is returned itself: what was written to the temporal one is lost.
            response.headers["X-Lost"] = "dropped"
            if teleport:
                return RedirectResponse("https://example.com/park")
            return JSONResponse({"message": "Here's your interdimensional portal."}, headers={"X-Kept": "yes"})


        @app.get("/bowl", dependencies=[Depends(verify_token)])
        async def bowl(kennel: Annotated[str | None, Cookie()] = None):
            return {"kennel": kennel, "food": ["kibble", "bone"]}


        @app.middleware("http")
        async def add_trail(request, call_next):
            response = await call_next(request)
            response.headers["X-Trail"] = request.url.path
            return response

        """#
}
