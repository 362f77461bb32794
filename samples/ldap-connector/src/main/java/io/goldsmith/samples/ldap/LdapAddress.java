package io.goldsmith.samples.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;

/**
 * Where a directory is.
 *
 * @param host its host
 * @param port its port
 * @param isEncrypted whether the connection is encrypted from the start
 * @param startsTls whether it is encrypted before the user is named
 */
record LdapAddress(String host, int port, boolean isEncrypted, boolean startsTls) {

    static LdapAddress of(String url, boolean startTls) throws IOException {
        try {
            LDAPURL parsed = new LDAPURL(url);
            boolean isEncrypted = parsed.getScheme().equals("ldaps");
            return new LdapAddress(parsed.getHost(), parsed.getPort(), isEncrypted, startTls && !isEncrypted);
        } catch (LDAPException broken) {
            throw new IOException("the option url must be like ldaps://directory.example, but is not", broken);
        }
    }

    /** A connection on which the user is known. */
    LDAPConnection connect(String user, String password, Duration timeout) throws IOException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis((int) timeout.toMillis());
        options.setResponseTimeoutMillis(timeout.toMillis());
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        SSLUtil tls = new SSLUtil(JVMDefaultTrustManager.getInstance());
        try (Opening opening = new Opening(connection(tls, options))) {
            opening.connection.connect(host, port);
            if (startsTls) {
                checked(opening.connection
                        .processExtendedOperation(new StartTLSExtendedRequest(tls.createSSLContext()))
                        .getResultCode());
            }
            opening.connection.bind(user, password);
            return opening.done();
        } catch (LDAPException failure) {
            throw failed(failure);
        } catch (GeneralSecurityException failure) {
            throw new IOException(
                    this + " cannot be reached by TLS; check the trusted certificates of this Java", failure);
        }
    }

    private LDAPConnection connection(SSLUtil tls, LDAPConnectionOptions options) throws IOException {
        try {
            return isEncrypted
                    ? new LDAPConnection(tls.createSSLSocketFactory(), options)
                    : new LDAPConnection(options);
        } catch (GeneralSecurityException failure) {
            throw new IOException("this Java offers no TLS", failure);
        }
    }

    private void checked(ResultCode code) throws LDAPException {
        if (!code.equals(ResultCode.SUCCESS)) {
            throw new LDAPException(code);
        }
    }

    /** What is told of a failure: its kind alone, since the directory's own words may quote what it was asked for. */
    IOException failed(LDAPException failure) {
        String check = switch (failure.getResultCode().intValue()) {
            case ResultCode.INVALID_CREDENTIALS_INT_VALUE -> "check bind-dn and password";
            case ResultCode.NO_SUCH_OBJECT_INT_VALUE -> "check the branch that the stream reads from";
            case ResultCode.INSUFFICIENT_ACCESS_RIGHTS_INT_VALUE -> "check what the user may read";
            default -> "check that it runs and that the hub may reach it";
        };
        return new IOException(this + " answers " + failure.getResultCode().getName() + "; " + check, failure);
    }

    @Override
    public String toString() {
        return "the directory " + host + ":" + port;
    }

    /** Closes a connection unless it was opened well. */
    private static final class Opening implements AutoCloseable {

        private final LDAPConnection connection;
        private boolean isDone;

        Opening(LDAPConnection connection) {
            this.connection = connection;
        }

        LDAPConnection done() {
            isDone = true;
            return connection;
        }

        @Override
        public void close() {
            if (!isDone) {
                connection.close();
            }
        }
    }
}
