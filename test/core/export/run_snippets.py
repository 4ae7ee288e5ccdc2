"""Runs snippets of code, which assert their own first rates, and follows each to the end of its run.

Standard input: JSON list of {target, code, lr, rates, momenta, stride}; rates and momenta have shape (ticks,); rates is
empty for schedules that look at a metric, momenta for those that leave momentum alone; a Keras schedule is asked at step n * stride for tick n. Standard output: JSON list of
messages, null where all is well.
"""

import json
import math
import sys
import traceback
import warnings

warnings.simplefilter("ignore")


def differs(got, wanted, lr, precision):
    return not math.isclose(got, wanted, rel_tol=precision, abs_tol=lr * precision)


def numpy_rates(scope, count, _stride, _momenta):
    import numpy as np

    return list(scope["rate"](np.arange(count)))


def keras_rates(scope, count, stride, _momenta):
    if "schedule" in scope:
        return [float(scope["schedule"](n * stride)) for n in range(count)]
    if "rate" in scope and callable(scope["rate"]):
        return [float(scope["rate"](n)) for n in range(count)]
    return [float(scope["optimizer"].learning_rate)] * count


def pytorch_rates(scope, count, _stride, momenta):
    import torch

    if "make_scheduler" not in scope:
        return [scope["optimizer"].param_groups[0]["lr"]] * count
    # The snippet's own optimizer says whether momentum is wanted.
    defaults = scope["optimizer"].defaults
    parameters = [torch.zeros(1, requires_grad=True)]
    optimizer = torch.optim.SGD(parameters, lr=scope["lr"], momentum=defaults["momentum"])
    scheduler = scope["make_scheduler"](optimizer)
    rates = []
    for n in range(count):
        group = optimizer.param_groups[0]
        rates.append(group["lr"])
        if momenta and defaults["momentum"] and differs(group["momentum"], momenta[n], 1, 1e-9):
            raise AssertionError(f"tick {n}: momentum {group['momentum']}, not {momenta[n]}")
        optimizer.step()
        if n < count - 1:
            scheduler.step()
    return rates


followers = {"numpy": numpy_rates, "keras": keras_rates, "pytorch": pytorch_rates}


def problem_of(case):
    scope = {"__name__": "snippet"}
    try:
        exec(compile(case["code"], case["target"], "exec"), scope)
        if not case["rates"]:
            return None
        scope["lr"] = case["lr"]
        rates = followers[case["target"]](scope, len(case["rates"]), case["stride"], case["momenta"])
    except Exception:
        return traceback.format_exc(limit=3)
    # Keras computes in single precision.
    precision = 2e-5 if case["target"] == "keras" else 1e-9
    for n, (got, wanted) in enumerate(zip(rates, case["rates"])):
        if differs(got, wanted, case["lr"], precision):
            return f"tick {n}: {got} instead of {wanted}"
    return None


json.dump([problem_of(case) for case in json.load(sys.stdin)], sys.stdout)
