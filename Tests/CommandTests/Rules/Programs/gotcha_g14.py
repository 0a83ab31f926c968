from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
@app.get("/")
def f(response: Response):
    response.delete_cookie("session")
    raise HTTPException(401, "logged out")

@app.get("/fixed")
def fixed(response: Response):
    response.delete_cookie("session")
    raise HTTPException(401, "logged out", headers=response.headers)
