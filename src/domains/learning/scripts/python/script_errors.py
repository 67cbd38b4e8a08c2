"""What an author reads when a script fails. Scripts written before 2020 are often Python 2; then it says so."""

# Packages that some courses use and that cannot be shipped with this software.
NOT_SHIPPED = {"numpy", "scipy", "sympy", "matplotlib", "pandas", "networkx", "nltk", "pyparsing", "lxml"}

PYTHON_2_NAMES = {
    "unicode": "str",
    "basestring": "str",
    "long": "int",
    "raw_input": "input",
    "unichr": "chr",
    "reduce": "functools.reduce",
    "cmp": "a comparison",
    "execfile": "import",
    "reload": "importlib.reload",
    "apply": "a plain call",
    "file": "open",
}

PYTHON_2_MODULES = {"StringIO", "cStringIO", "urllib2", "urlparse", "Queue", "ConfigParser", "sets", "cPickle", "__builtin__"}

PYTHON_2_METHODS = ("has_key", "iteritems", "itervalues", "iterkeys")


def missing_module(name):
    """Why this module is not there, where more can be said than its name; else None."""
    root = name.partition(".")[0]
    if root == "mitxgraders":
        return "The script imports mitxgraders, which is not installed on this site: the course brings it in python_lib.zip."
    if root in NOT_SHIPPED:
        return f"The script imports {root}, which is not installed on this site; its operator can add it."
    if root in PYTHON_2_MODULES:
        return f"The script imports {root}, a module of Python 2; it must be rewritten for Python 3."
    return None


def _python_2(error):
    if isinstance(error, TabError):
        return "tabs and blanks are mixed, which only Python 2 allowed"
    if isinstance(error, SyntaxError):
        message = error.msg or ""
        if "Missing parentheses in call" in message:
            return f"line {error.lineno} is Python 2: write print(...) with parentheses"
        if "multiple exception types must be parenthesized" in message or "leading zeros" in message:
            return f"line {error.lineno} is Python 2"
    if isinstance(error, NameError) and error.name in PYTHON_2_NAMES:
        return f"{error.name} is Python 2; write {PYTHON_2_NAMES[error.name]}"
    if isinstance(error, AttributeError) and error.name in PYTHON_2_METHODS:
        return f"{error.name} is Python 2"
    return None


def explain(error):
    """The exception's own text, which authors write for learners; behind it what only the author can mend."""
    if isinstance(error, SystemExit):
        return "The script ended itself with exit()."
    text = str(error) or type(error).__name__
    hint = _python_2(error)
    return f"{text} ({hint})" if hint else text
