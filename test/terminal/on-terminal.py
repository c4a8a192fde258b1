"""Runs a program on a pseudo-terminal and picks answers from the lists it offers.

Reads from stdin {"argv": [...], "cwd": "...", "env": {...}, "answers": [[question, choice], ...]} as JSON; prints
{"exit": code, "output": text}. Each step waits for what the program shows: nothing is timed but a program that hangs.
"""

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import sys
import termios

HANGS_AFTER = 60  # seconds without a letter
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
POINTED_AT = re.compile(r"❯ ([^\r\n]+)[\r\n]")
DOWN, ENTER = b"\x1b[B", b"\r"

job = json.load(sys.stdin)
child, terminal = pty.fork()
if child == 0:
    # Wide enough that no question is broken over lines.
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 300, 0, 0))
    os.chdir(job["cwd"])
    os.execvpe(job["argv"][0], job["argv"], job["env"])

seen = b""


def read():
    """Reads some more; False at the end of the program."""
    global seen
    ready, _, _ = select.select([terminal], [], [], HANGS_AFTER)
    if not ready:
        os.kill(child, signal.SIGKILL)
        fail("nothing more was shown")
    try:
        more = os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side is closed
        more = b""
    seen += more
    return more != b""


def shown(since):
    return ESCAPES.sub("", seen[since:].decode("utf-8", "ignore"))


def fail(why):
    print(json.dumps({"exit": None, "output": shown(0), "why": why}))
    sys.exit(0)


def wait_for(find, what, since):
    """What `find` makes of the text shown since then, once it makes something of it."""
    while True:
        found = find(shown(since))
        if found is not None:
            return found
        if not read():
            fail("the program ended before it showed " + what)


def choose(question, choice):
    start = len(seen)

    def pointed_at(text):
        lines = POINTED_AT.findall(text[text.rfind(question) :]) if question in text else []
        return lines[-1].strip() if lines else None

    current = wait_for(pointed_at, question, start)
    first = current
    while not current.startswith(choice):
        before = current
        os.write(terminal, DOWN)
        current = wait_for(
            lambda text: pointed_at(text) if pointed_at(text) != before else None, choice, start
        )
        if current == first:
            os.kill(child, signal.SIGKILL)
            fail("the list has no " + choice)
    os.write(terminal, ENTER)


for question, choice in job["answers"]:
    choose(question, choice)
while read():
    pass
_, status = os.waitpid(child, 0)
print(json.dumps({"exit": os.waitstatus_to_exitcode(status), "output": shown(0)}))
