"""Records what Pydantic 2.14.3 prints for the programs in Programs/*.py into *.expected beside them.

Lines that show an address differ from run to run; programs do not print any. Before programs that begin with a line `# common.py`
stands that file.
"""

import pathlib
import subprocess
import sys
import tempfile

import pydantic

assert pydantic.VERSION == "2.14.3" and sys.version_info[:2] == (3, 11), "the reference is Pydantic 2.14.3 on Python 3.11"
folder = pathlib.Path(__file__).parent / "Programs"
for name in (folder / "recorded.txt").read_text().split():
    source = (folder / f"{name}.py").read_text()
    if source.startswith("# common.py\n"):
        source = (folder / "common.py").read_text() + source
    with tempfile.NamedTemporaryFile("w", suffix=".py") as program:
        program.write(source)
        program.flush()
        command = [sys.executable, "-P", "-B", "-W", "ignore", program.name]
        output = subprocess.run(command, env={"PYTHONHASHSEED": "0"}, check=True, capture_output=True).stdout
    (folder / f"{name}.expected").write_bytes(output)
