package io.goldsmith.samples.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.util.LDAPSDKException;
import io.goldsmith.connect.kit.ReadableSystem;
import java.io.IOException;
import java.util.Map;

/** A directory with people, on a free port of this machine. */
final class LdapServer implements ReadableSystem {

    static final String PASSWORD = "open-sesame-4711";

    private static final String ROOT = "dc=example,dc=com";
    private static final String PEOPLE = "ou=people," + ROOT;
    private static final String USER = "cn=reader," + ROOT;

    private final InMemoryDirectoryServer server;
    private int port;

    LdapServer() throws LDAPSDKException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(ROOT);
        config.addAdditionalBindCredentials(USER, PASSWORD);
        config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("test", 0));
        config.setSchema(null);
        server = new InMemoryDirectoryServer(config);
        server.startListening();
        port = server.getListenPort();
        server.add("dn: " + ROOT, "objectClass: domain", "dc: example");
        server.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                "url",
                "ldap://localhost:" + port,
                "bind-dn",
                USER,
                "password",
                PASSWORD,
                "start-tls",
                "false",
                "page-size",
                "7");
    }

    @Override
    public String from() {
        return PEOPLE;
    }

    @Override
    public String keyColumn() {
        return "uid";
    }

    @Override
    public String valueColumn() {
        return "sn";
    }

    @Override
    public void put(String key, String value) throws LDAPSDKException {
        String name = "uid=" + key + "," + PEOPLE;
        if (server.getEntry(name) == null) {
            server.add("dn: " + name, "objectClass: person", "uid: " + key, "sn: " + value);
        } else {
            server.modify(name, new Modification(ModificationType.REPLACE, "sn", value));
        }
    }

    void remove(String key) throws LDAPSDKException {
        server.delete("uid=" + key + "," + PEOPLE);
    }

    @Override
    public boolean putUnreadable() {
        return false;
    }

    @Override
    public void goDown() {
        server.shutDown(true);
    }

    @Override
    public void comeBack() throws LDAPSDKException {
        server.startListening();
        port = server.getListenPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
