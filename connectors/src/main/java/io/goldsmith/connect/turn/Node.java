package io.goldsmith.connect.turn;

import java.lang.management.ManagementFactory;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that runs a hub.
 *
 * @param pid its number on its machine
 * @param host its machine
 */
record Node(long pid, String host) {

    private static final int LONGEST_HOST = 64;
    private static final Pattern WORD = Pattern.compile("(\\d{1,18})@(.*) [0-9a-f-]{36}");

    /** This process. */
    static Node here() {
        String name = ManagementFactory.getRuntimeMXBean().getName();
        String host = name.substring(name.indexOf('@') + 1);
        return new Node(
                ProcessHandle.current().pid(), host.length() > LONGEST_HOST ? host.substring(0, LONGEST_HOST) : host);
    }

    /** A word that nobody else has, which tells the node. */
    String word() {
        return pid + "@" + host + " " + UUID.randomUUID();
    }

    /**
     * Whether the node of a word was on this machine and is no longer; of nodes on other machines nobody here can know. One with the number of this process is held to be
     * alive.
     */
    boolean isGone(String word) {
        Matcher told = WORD.matcher(word);
        return told.matches()
                && told.group(2).equals(host)
                && ProcessHandle.of(Long.parseLong(told.group(1))).isEmpty();
    }
}
