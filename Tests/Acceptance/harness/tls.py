"""TLS in front of the server, with certificates of every kind, right and wrong."""

import datetime
import ipaddress
import socket
import ssl
import threading

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

NOW = datetime.datetime.now(datetime.timezone.utc)
DAY = datetime.timedelta(days=1)


class Authority:
    """Signs certificates; `path` is what those name who trust it."""

    def __init__(self, folder):
        self.folder = folder
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "an authority of the tests")])
        self.certificate = self._signed(self.name, self.key, [], NOW - DAY, NOW + DAY, is_authority=True)
        self.path = folder / "authority.pem"
        self.path.write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM))

    def _signed(self, name, key, names, begins, ends, is_authority=False):
        builder = x509.CertificateBuilder(
            issuer_name=self.name, subject_name=name, public_key=key.public_key(),
            serial_number=x509.random_serial_number(), not_valid_before=begins, not_valid_after=ends,
        ).add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        if names:
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        return builder.sign(self.key, hashes.SHA256())

    def issue(self, name="localhost", begins=NOW - DAY, ends=NOW + DAY):
        """The path of a certificate for a host, with its key in the same file."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = [x509.DNSName(name)] + ([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))] if name == "localhost" else [])
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        certificate = self._signed(subject, key, names, begins, ends)
        path = self.folder / f"{name}-{certificate.serial_number}.pem"
        path.write_bytes(
            certificate.public_bytes(serialization.Encoding.PEM)
            + key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        return path


class TLSFront:
    """Takes TLS connections and passes what is in them on to a port. `accepted`: connections whose handshake was whole."""

    def __init__(self, certificate, port):
        self.target, self.accepted = port, 0
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate)
        self.listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def port(self):
        return self.listener.getsockname()[1]

    @property
    def url(self):
        return f"https://localhost:{self.port}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.listener.close()

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client):
        try:
            line = self.context.wrap_socket(client, server_side=True)
        except (ssl.SSLError, OSError):
            return client.close()
        self.accepted += 1
        server = socket.create_connection(("127.0.0.1", self.target))
        threading.Thread(target=self._copy, args=(line, server), daemon=True).start()
        self._copy(server, line)

    def _copy(self, source, sink):
        try:
            while piece := source.recv(65536):
                sink.sendall(piece)
            sink.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
