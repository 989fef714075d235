package community.orrery.fetch;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps OkHttp from answering a refusal by asking again: it would at 408 and at 503 with "Retry-After: 0", and takes 407
 * for a fault of its own. Behind this network interceptor it sees status numbers that it does not know.
 */
final class Once implements Interceptor {

    private static final int MASK = 1000;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        return response.code() < 400
                ? response
                : response.newBuilder().code(response.code() + MASK).build();
    }

    /** The status that the server sent. */
    static int status(Response response) {
        return response.code() % MASK;
    }
}
