"""Runs authors' scripts, one after another, each in a fresh namespace as Open edX builds it.

`run(job)` takes and returns JSON: what `ScriptJob` and `ScriptOutcome` in script-runner.ts describe.
"""

import builtins
import importlib
import json
import math
import os
import sys

# Loaded before the memory is saved, so that no script waits for them.
import cmath, collections, datetime, decimal, fractions, functools, itertools, operator, re, statistics, string  # noqa
import calc, demjson, eia, random2  # noqa
import chem.chemcalc, chem.chemtools, chem.miller, loncapa.loncapa_check, verifiers.draganddrop  # noqa
import script_errors

PRINTED_MAX_CHARACTERS = 200_000
RESULT_MAX_CHARACTERS = 1_000_000

# Names that scripts find without an import, and the modules behind them.
ASSUMED = {
    "math": "math",
    "numpy": "numpy",
    "scipy": "scipy",
    "calc": "calc",
    "eia": "eia",
    "chemcalc": "chem.chemcalc",
    "chemtools": "chem.chemtools",
    "miller": "chem.miller",
    "draganddrop": "verifiers.draganddrop",
}

# The way from Python to the JavaScript around it.
CLOSED = {"js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core", "pyodide_kernel", "webbrowser", "ctypes", "_ctypes"}


# Where scripts of 2015 look for it; Python 3.9 took it away.
fractions.gcd = math.gcd


class Forbidden(BaseException):
    """The script reached for what is not its own. No `except Exception` of a script may hide it."""


class TooMuch(BaseException):
    """The script printed without end."""


class Closed:
    """An importer that stands before all others and refuses what is closed."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name.partition(".")[0] in CLOSED:
            raise Forbidden(f"The script reached for the module {name}, which is closed to problems.")
        return None


class Missing:
    """An importer that stands behind all others and says who can help."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        message = script_errors.missing_module(name)
        if message:
            raise ModuleNotFoundError(message, name=name)
        return None


class Lazy:
    """A module that is loaded when a script first uses it, so that nobody pays for it who does not."""

    def __init__(self, name):
        self.__dict__["_name"] = name

    def __getattr__(self, attribute):
        return getattr(importlib.import_module(self._name), attribute)


class Printed:
    """Where `print` goes: nowhere, and not without end."""

    def __init__(self):
        self.characters = 0

    def write(self, text):
        self.characters += len(text)
        if self.characters > PRINTED_MAX_CHARACTERS:
            raise TooMuch(f"The script printed more than {PRINTED_MAX_CHARACTERS} characters.")
        return len(text)

    def flush(self):
        pass


_builtins = vars(builtins)
_clean_builtins = dict(_builtins)
_clean = {}
_clean_lists = []


def close_doors():
    """Takes what leads out of Python away and remembers every module as it is now, for `_clean_up`."""
    os.environ.clear()
    for name in [name for name in sys.modules if name.partition(".")[0] in CLOSED]:
        del sys.modules[name]
    sys.meta_path.insert(0, Closed)
    sys.meta_path.append(Missing)
    sys.path.append("/python_lib.zip")
    importlib.invalidate_caches()
    sys.modules.pop("random", None)
    for name, module in sys.modules.items():
        if name not in ("__main__", __name__):
            _clean[name] = (module, vars(module), dict(vars(module)))
    _clean_lists.extend((names, list(names)) for names in (sys.path, sys.meta_path, sys.path_hooks))


def _clean_up():
    """Modules as they were: what one script patched, no other sees."""
    for names, then in _clean_lists:
        names[:] = then
    os.environ.clear()
    for name in [name for name in sys.modules if name not in _clean and name != __name__]:
        del sys.modules[name]
    for name, (module, now, then) in _clean.items():
        sys.modules[name] = module
        if now != then:
            now.clear()
            now.update(then)


def _namespace(job):
    random = random2.Random(job["seed"])
    random.Random = random2.Random
    sys.modules["random"] = random
    scope = {name: Lazy(module) for name, module in ASSUMED.items()}
    scope.update(math=math, random=random, xrange=range)
    scope.update(job["globals"])
    return scope


def _plain(value):
    """The value through JSON: tuples are lists, keys are texts. Raises TypeError for what JSON cannot hold."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value)
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {_key(key): _plain(item) for key, item in value.items()}
    raise TypeError(type(value).__name__)


def _key(key):
    if isinstance(key, str):
        return key
    if key is None or isinstance(key, (bool, int, float)):
        return json.dumps(key)
    raise TypeError(type(key).__name__)


def _marked(value):
    """Infinity and not-a-number have no place in JSON; the other side knows this mark."""
    if isinstance(value, float) and not math.isfinite(value):
        return {"$number": str(value)}
    if isinstance(value, list):
        return [_marked(item) for item in value]
    if isinstance(value, dict):
        return {key: _marked(item) for key, item in value.items()}
    return value


def _variables(scope, wanted):
    names = wanted if wanted is not None else list(scope)
    variables = {}
    for name in names:
        if name not in scope or name == "__builtins__":
            continue
        try:
            value = _plain(scope[name])
            variables[name] = {"value": _marked(value), "printed": str(value)}
        except (TypeError, ValueError, RecursionError):
            pass  # A function, a module, a number of more digits than Python prints: no variable of the text.
    return variables


def _outcome(job):
    scope = _namespace(job)
    try:
        try:
            exec(compile(job["code"], "<script>", "exec"), scope)
        finally:
            # Even `len` may be another by now, and what follows needs it.
            _builtins.clear()
            _builtins.update(_clean_builtins)
    except (Forbidden, TooMuch) as error:
        return {"type": "stopped", "message": str(error)}
    except MemoryError:
        return {"type": "stopped", "message": "The script needs more memory than a problem may have."}
    except BaseException as error:
        return {"type": "failed", "message": script_errors.explain(error)}
    return {"type": "ran", "variables": _variables(scope, job["wanted"])}


def run(text):
    _clean_up()
    sys.stdout = sys.stderr = Printed()
    answer = json.dumps(_outcome(json.loads(text)))
    if len(answer) > RESULT_MAX_CHARACTERS:
        message = f"The script's variables take more than {RESULT_MAX_CHARACTERS} characters."
        return json.dumps({"type": "stopped", "message": message})
    return answer
