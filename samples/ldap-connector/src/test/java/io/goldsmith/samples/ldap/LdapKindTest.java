package io.goldsmith.samples.ldap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.util.LDAPSDKException;
import io.goldsmith.connect.kit.ConnectorKindContract;
import io.goldsmith.connect.kit.ReadableSystem;
import io.goldsmith.connect.spi.ConnectorKind;
import io.goldsmith.connect.spi.SourceOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LdapKindTest extends ConnectorKindContract {

    @Override
    protected ConnectorKind kind() {
        return new LdapKind();
    }

    @Override
    protected ReadableSystem system(Path ofTheTest) throws LDAPSDKException {
        return new LdapServer();
    }

    @Test
    void aWrongPasswordIsToldAsSuch() throws LDAPSDKException, IOException {
        try (LdapServer server = new LdapServer()) {
            Map<String, String> options = new HashMap<>(server.options());
            options.putAll(Map.of(
                    "password", "guess", "filter", "(objectClass=person)", "overlap", "PT2M", "timeout", "PT5S"));
            assertThatThrownBy(() -> kind().open(new SourceOptions("people", Path.of(""), options)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("invalid credentials; check bind-dn and password");
        }
    }

    @Test
    void aConnectionInTheClearIsNotOpenedUnlessAskedFor() throws LDAPSDKException, IOException {
        try (LdapServer server = new LdapServer()) {
            Map<String, String> options = new HashMap<>(server.options());
            options.putAll(Map.of(
                    "start-tls", "true", "filter", "(objectClass=person)", "overlap", "PT2M", "timeout", "PT5S"));
            assertThatThrownBy(() -> kind().open(new SourceOptions("people", Path.of(""), options)))
                    .isInstanceOf(IOException.class);
        }
    }
}
