from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
def dep():
    yield
    raise HTTPException(500, "commit failed")

@app.get("/", dependencies=[Depends(dep)])
def f():
    return "saved"

@app.get("/fn", dependencies=[Depends(dep, scope="function")])
def fn():
    return "saved"
