package io.goldsmith.connect.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodeTest {

    private final Node here = Node.here();

    @Test
    void aProcessOfThisMachineThatEndedIsGone() throws Exception {
        // It ends when nobody writes to it any more.
        Process other = new ProcessBuilder("cat").start();
        Node there = new Node(other.pid(), here.host());
        assertThat(here.isGone(there.word())).isFalse();
        other.getOutputStream().close();
        other.waitFor();
        assertThat(here.isGone(there.word())).isTrue();
    }

    @Test
    void ofOtherMachinesNothingIsKnown() {
        assertThat(here.isGone(new Node(999_999_999L, "elsewhere").word())).isFalse();
    }

    @Test
    void whatIsNoWordTellsOfNobody() {
        assertThat(here.isGone("")).isFalse();
        assertThat(here.isGone("node-17-" + here.word())).isFalse();
        assertThat(here.isGone(here.word())).isFalse();
    }
}
