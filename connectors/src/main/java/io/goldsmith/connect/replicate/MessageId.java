package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.golden.GoldenId;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number under which a target knows a delivery: {@code erp:G-12:7:1001.0}, the same each time it is sent, another when it is replayed. */
final class MessageId {

    private static final Pattern FORM = Pattern.compile("[^:]+:G-[0-9]+:[0-9]+:([0-9]{1,18})\\.[0-9]+");

    private MessageId() {}

    static String of(String target, GoldenId golden, int version, long delivery, int replays) {
        return target + ":" + golden + ":" + version + ":" + delivery + "." + replays;
    }

    /** The delivery that a message number names, empty if it is none of ours. */
    static OptionalLong delivery(String messageId) {
        Matcher matcher = FORM.matcher(messageId);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
