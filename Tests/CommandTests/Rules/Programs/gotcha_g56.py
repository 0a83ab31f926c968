from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
from starlette.background import BackgroundTask
ran = []

@app.get("/")
def f(tasks: BackgroundTasks):
    tasks.add_task(ran.append, "injected")
    return PlainTextResponse("x", background=BackgroundTask(ran.append, "own"))

@app.get("/ran")
def r():
    return ran
