package io.goldsmith.connect.jms;

/** Over AMQP 1.0. */
class JmsOverAmqpTest extends JmsContract {

    @Override
    String url(int port) {
        return "amqp://localhost:" + port;
    }
}
