package dev.shareimage.cloud.aliyun;

import com.aliyuncs.sts.model.v20150401.GetCallerIdentityRequest;
import dev.shareimage.cloud.aliyun.credentials.CloudTime;
import dev.shareimage.cloud.aliyun.http.BoundedTransport;
import dev.shareimage.cloud.aliyun.http.HttpRequest;
import dev.shareimage.cloud.aliyun.http.TransportException;
import dev.shareimage.cloud.aliyun.rpc.ApiClient;
import dev.shareimage.cloud.aliyun.rpc.Call;
import dev.shareimage.cloud.aliyun.rpc.CallLimits;
import dev.shareimage.cloud.aliyun.rpc.Endpoints;
import dev.shareimage.cloud.aliyun.rpc.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The time for signing. On demand it asks STS for the time: every answer has it, even to an empty request. */
record AskedTime(ApiClient client, BoundedTransport transport, Endpoints endpoints, CallLimits limits)
        implements CloudTime {

    @Override
    public Instant instant() {
        return client.cloudTime();
    }

    @Override
    public Instant ask() {
        Call call = Call.central(Product.STS, new GetCallerIdentityRequest(), "");
        Duration connect = limits.connectTimeout();
        Duration read = limits.readTimeout();
        try {
            HttpRequest request = new HttpRequest("GET", endpoints.of(call), Map.of(), new byte[0], connect, read);
            client.adopt(ApiClient.serverTime(transport.send(request, connect.plus(read))));
        } catch (TransportException e) {
            // Without an answer, this machine's clock is used.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return client.cloudTime();
    }
}
