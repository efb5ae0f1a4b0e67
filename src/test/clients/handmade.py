"""A client made by hand against a fresh sandbox: python3 handmade.py http://127.0.0.1:PORT

It needs only Python's own library. It signs with both versions and sends what other clients do not: every form of a
body, wrong and repeated parts of the protocol, and 64 connections at once.
"""

import base64
import concurrent.futures
import datetime
import hashlib
import hmac
import http.client
import json
import sys
import urllib.parse
import uuid

HOST = urllib.parse.urlsplit(sys.argv[1]).netloc
OWNER = ("LTAI5tSandboxOwner000001", "NotASecretSandboxOwner00000001")
REGION = "cn-hongkong"
IMAGE = "m-hk0plain00000000001"
ECS = "2014-05-26"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def encoded(text):
    return urllib.parse.quote(text, safe="-_.~")


def form(parameters):
    return "&".join(encoded(name) + "=" + encoded(value) for name, value in sorted(parameters.items()))


def now(offset=0):
    time = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=offset)
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def signed(method, action, parameters, protocol):
    """The parameters of version 1; protocol replaces its own, None leaves one out."""
    every = {
        "Action": action, "Version": ECS, "Format": "JSON", "AccessKeyId": OWNER[0], "SignatureMethod": "HMAC-SHA1",
        "SignatureVersion": "1.0", "SignatureNonce": str(uuid.uuid4()), "Timestamp": now(), **parameters, **protocol,
    }
    every = {name: value for name, value in every.items() if value is not None}
    text = method + "&%2F&" + encoded(form({name: value for name, value in every.items() if name != "Signature"}))
    digest = hmac.new((OWNER[1] + "&").encode(), text.encode(), hashlib.sha1).digest()
    if "Signature" not in protocol:
        every["Signature"] = base64.b64encode(digest).decode()
    return form(every)


def headers_of_version_3(method, action, query, body, protocol):
    headers = {
        "host": HOST, "x-acs-action": action, "x-acs-version": ECS, "x-acs-date": now(),
        "x-acs-signature-nonce": str(uuid.uuid4()), "x-acs-content-sha256": hashlib.sha256(body).hexdigest(), **protocol,
    }
    names = sorted(headers)
    request = [method, "/", query, *(name + ":" + headers[name] for name in names), "", ";".join(names)]
    canonical = "\n".join([*request, headers["x-acs-content-sha256"]])
    text = "ACS3-HMAC-SHA256\n" + hashlib.sha256(canonical.encode()).hexdigest()
    signature = hmac.new(OWNER[1].encode(), text.encode(), hashlib.sha256).hexdigest()
    headers["Authorization"] = (
        f"ACS3-HMAC-SHA256 Signature={signature},SignedHeaders={';'.join(names)},Credential={OWNER[0]}")
    return headers


class Client:
    """One connection that is kept open."""

    def __init__(self):
        self.connection = http.client.HTTPConnection(HOST, timeout=120)

    def send(self, method, target, body=None, headers=None, chunked=False):
        self.connection.request(method, target, body, headers or {}, encode_chunked=chunked)
        answer = self.connection.getresponse()
        return answer, answer.read()

    def call(self, action="DescribeRegions", parameters=None, method="GET", how="query", **protocol):
        query = signed(method, action, parameters or {}, protocol)
        if how == "query":
            return self.send(method, "/?" + query)
        if how == "chunked":
            return self.send(method, "/", iter([query[:7].encode(), query[7:].encode()]),
                             {**FORM, "Transfer-Encoding": "chunked"}, chunked=True)
        if how == "proxy":
            return self.send(method, "http://ecs.cn-hongkong.aliyuncs.com/?" + query)
        return self.send(method, "/", query, FORM)

    def call_3(self, action="DescribeRegions", parameters=None, method="POST", in_body=False, **protocol):
        text = form(parameters or {})
        query, body = ("", text.encode()) if in_body else (text, b"")
        protocol = {name.replace("_", "-"): value for name, value in protocol.items()}
        headers = headers_of_version_3(method, action, query, body, protocol)
        return self.send(method, "/?" + query, body, headers if not in_body else {**headers, **FORM})


def outcome(reply):
    answer, body = reply
    return f"{answer.status} {json.loads(body)['Code']}" if answer.status != 200 else "200"


def expect(what, reply, wanted):
    assert outcome(reply) == wanted, f"{what}: {outcome(reply)} instead of {wanted}"


def every_form_of_a_request_is_read(client):
    images = {"RegionId": REGION, "ImageName": "a+b &=%20/ \u65e5\u672c\u8a9e \U0001f600 '\"<>"}
    for text in (images, {"RegionId": REGION, "ImageName": ""}, {"RegionId": REGION, "ImageName": "x" * 30000}):
        for how in ("query", "form", "chunked", "proxy"):
            for method in ("GET", "POST") if how in ("query", "proxy") else ("POST",):
                expect(method + " " + how, client.call("DescribeImages", text, method, how), "200")
        expect("version 3, query", client.call_3("DescribeImages", text), "200")
        expect("version 3, body", client.call_3("DescribeImages", text, in_body=True), "200")
    expect("GET of version 3", client.call_3(method="GET"), "200")
    expect("an empty signed parameter", client.call(SignatureType=""), "200")
    answer, body = client.call(method="HEAD")
    assert (answer.status, body) == (200, b"") and int(answer.getheader("Content-Length")) > 100
    answer, body = client.call(Format=None)
    assert answer.getheader("Content-Type").startswith("text/xml") and b"<DescribeRegionsResponse>" in body


def every_part_of_the_protocol_is_checked(client):
    expect("PUT", client.call(method="PUT"), "405 UnsupportedHTTPMethod")
    for name in ("Action", "Version", "AccessKeyId", "SignatureMethod", "SignatureVersion", "SignatureNonce", "Timestamp"):
        expect("no " + name, client.call(**{name: None}), "400 Missing" + name)
    expect("no signature", client.call(Signature=None), "400 MissingSignature")
    expect("another signature", client.call(Signature="AAAA"), "400 SignatureDoesNotMatch")
    expect("another method", client.call(SignatureMethod="HMAC-SHA256"), "400 IncompleteSignature")
    expect("another action", client.call("describeRegions"), "404 InvalidAction.NotFound")
    expect("another version", client.call(Version="2014-05-27"), "400 InvalidVersion")
    expect("another key", client.call(AccessKeyId="LTAInobody"), "404 InvalidAccessKeyId.NotFound")
    expect("a token of nobody", client.call(SecurityToken="x"), "400 InvalidSecurityToken.MismatchWithAccessKey")
    for offset, wanted in ((-840, "200"), (840, "200"), (-960, "400 InvalidTimeStamp.Expired"), (960, "400 InvalidTimeStamp.Expired")):
        expect(f"a clock that is off by {offset} s", client.call(Timestamp=now(offset)), wanted)
        expect(f"the same, version 3: {offset} s", client.call_3(x_acs_date=now(offset)), wanted)
    expect("no time", client.call(Timestamp="noon"), "400 InvalidTimeStamp.Format")
    nonce = str(uuid.uuid4())
    expect("a new nonce", client.call(SignatureNonce=nonce), "200")
    expect("a used nonce", client.call(SignatureNonce=nonce), "400 SignatureNonceUsed")
    expect("a used nonce in version 3", client.call_3(x_acs_signature_nonce=nonce), "400 SignatureNonceUsed")
    expect("another body", client.call_3(x_acs_content_sha256="0" * 64), "400 InvalidContentSha256")


def errors_have_the_documented_form(client):
    answer, body = client.call("DescribeImages")
    error = json.loads(body)
    assert sorted(error) == ["Code", "HostId", "Message", "Recommend", "RequestId"], error
    assert (answer.status, error["Code"], error["HostId"]) == (400, "MissingParameter", HOST), error
    assert answer.getheader("x-acs-request-id") == error["RequestId"]
    expect("an unknown parameter", client.call("DescribeImages", {"RegionId": REGION, "Color": "1"}), "400 InvalidParameter")
    for size in ("0", "101", "-1", "1.5", "x"):
        expect("PageSize " + size, client.call("DescribeImages", {"RegionId": REGION, "PageSize": size}),
               "400 InvalidParameter.PageSize")
    share = {"RegionId": REGION, "ImageId": IMAGE}
    for account, wanted in (("9999999999999999", "404 InvalidAccount.NotFound"), ("x", "404 InvalidAccount.NotFound"),
                            ("1000000000000001", "404 InvalidAccount.Forbbiden")):
        expect(account, client.call("ModifyImageSharePermission", {**share, "AddAccount.1": account}), wanted)
    expect("a gap", client.call("ModifyImageSharePermission", {**share, "AddAccount.2": "2000000000000002"}),
           "400 InvalidParameter")


def accounts(client):
    answer, body = client.call("DescribeImageSharePermission", {"RegionId": REGION, "ImageId": IMAGE, "PageSize": "100"})
    shared = json.loads(body)
    assert shared["TotalCount"] == len(shared["Accounts"]["Account"])
    return {account["AliyunId"] for account in shared["Accounts"]["Account"]}


def the_eleventh_account_is_ignored(client):
    numbers = {f"AddAccount.{i}": f"{2000000000000001 + i}" for i in range(1, 13)}
    expect("twelve", client.call("ModifyImageSharePermission", {"RegionId": REGION, "ImageId": IMAGE, **numbers}), "200")
    assert accounts(client) == {f"{2000000000000001 + i}" for i in range(1, 11)}


def no_change_of_64_clients_is_lost():
    def changes(number):
        client = Client()
        account = f"{2000000000000002 + number % 30}"
        verb = "AddAccount.1" if number % 30 % 2 == 0 else "RemoveAccount.1"
        for _ in range(3):
            expect(verb, client.call("ModifyImageSharePermission",
                                     {"RegionId": REGION, "ImageId": IMAGE, verb: account}, "POST", "form"), "200")

    with concurrent.futures.ThreadPoolExecutor(64) as threads:
        list(threads.map(changes, range(64)))
    assert accounts(Client()) == {f"{2000000000000002 + number}" for number in range(0, 30, 2)}


def main():
    client = Client()
    every_form_of_a_request_is_read(client)
    every_part_of_the_protocol_is_checked(client)
    errors_have_the_documented_form(client)
    the_eleventh_account_is_ignored(client)
    no_change_of_64_clients_is_lost()
    print("handmade: every form is read, every check is made, and no change is lost")


main()
