"""Calls the services of the machine by their names: containers, desktop, X, others."""
# kind: escape
# exercise: softmax
# must: failed

import os
import socket

NAMES = ["/run/docker.sock", "/var/run/docker.sock", "/run/dbus/system_bus_socket",
         f"/run/user/{os.getuid()}/bus", "/tmp/.X11-unix/X0", "\0/tmp/.X11-unix/X0",
         "@TEMPORARY@/socket", "@HOME@/socket", "\0@NAME-OF-SOCKET@"]


def softmax(x):
    for name in NAMES:
        try:
            with socket.socket(socket.AF_UNIX) as one:
                one.connect(name)
        except OSError:
            continue
        raise SystemError(f"got through: {name}")
    for kind in ("AF_INET6", "AF_NETLINK", "AF_PACKET", "AF_VSOCK", "AF_ALG", "AF_CAN"):
        try:
            socket.socket(getattr(socket, kind), socket.SOCK_RAW)
        except OSError:
            continue
        raise SystemError(f"got through: {kind}")
    return x
