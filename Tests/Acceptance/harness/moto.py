"""Moto's S3 server, which checks signatures as AWS does, with a user of its own."""

import subprocess
import sys
import urllib.request
from pathlib import Path

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from . import process
from .wait import until

POLICY = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'


class Moto:
    """Until `lock()` everybody may do everything; after it requests are refused unless they are signed by `access_key`."""

    def __init__(self, folder):
        self.port = process.free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        command = [str(Path(sys.executable).with_name("moto_server")), "-H", "127.0.0.1", "-p", str(self.port)]
        self.log = (Path(folder) / "moto.log").open("wb")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        until(self._answers, 30, self.url)
        self._make_user()

    def client(self, service, key="testing", secret="testing"):
        return boto3.client(
            service, endpoint_url=self.url, region_name="us-east-1", aws_access_key_id=key, aws_secret_access_key=secret
        )

    def _answers(self):
        assert self.process.poll() is None, "moto ended at its start"
        try:
            return self.client("s3").list_buckets() is not None
        except (BotoCoreError, ClientError):
            return False

    def _make_user(self):
        iam = self.client("iam")
        iam.create_user(UserName="martlet")
        iam.put_user_policy(UserName="martlet", PolicyName="all", PolicyDocument=POLICY)
        made = iam.create_access_key(UserName="martlet")["AccessKey"]
        self.access_key, self.secret_key = made["AccessKeyId"], made["SecretAccessKey"]

    def lock(self):
        """From now on signatures count (https://docs.getmoto.org/en/latest/docs/iam.html)."""
        request = urllib.request.Request(
            f"{self.url}/moto-api/reset-auth", data=b"0", method="POST", headers={"content-type": "text/plain"}
        )
        assert urllib.request.urlopen(request, timeout=10).status == 200

    @property
    def s3(self):
        return self.client("s3", self.access_key, self.secret_key)

    def environment(self, bucket, **more):
        """What a server needs to keep its files here."""
        return {
            "MARTLET_FILES": "s3", "MARTLET_S3_BUCKET": bucket, "MARTLET_S3_ENDPOINT": self.url,
            "AWS_ACCESS_KEY_ID": self.access_key, "AWS_SECRET_ACCESS_KEY": self.secret_key, "AWS_REGION": "us-east-1",
            **more,
        }

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        self.log.close()
