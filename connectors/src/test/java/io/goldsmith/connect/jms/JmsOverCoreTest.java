package io.goldsmith.connect.jms;

/** Over Artemis's own protocol. */
class JmsOverCoreTest extends JmsContract {

    @Override
    String url(int port) {
        return "tcp://localhost:" + port;
    }
}
