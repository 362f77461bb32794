package io.goldsmith.samples.generate;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Who appears where: for each kind of record, its entities in shuffled order, eight bytes each. A record's key is its place in that
 * order, so that neither keys nor the order of the files tell who is who.
 */
final class RecordPlan {

    /** The four kinds of record in the three systems. */
    enum Kind {
        CONTACT("C"),
        ACCOUNT("A"),
        CLIENT("E"),
        ACCOUNTING("K");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** The key of the n-th record, counted from 0. */
        String key(long number) {
            String digits = Long.toString(number + 1);
            return prefix + "0".repeat(Math.max(0, 7 - digits.length())) + digits;
        }
    }

    private static final int MEMBER_BITS = 3;
    private static final int COPY_BITS = 1;

    private final Map<Kind, LongArrayList> places = new EnumMap<>(Kind.class);
    private long units;

    RecordPlan(long records, long seed, Population population, FaultRates rates) {
        for (Kind kind : Kind.values()) {
            places.put(kind, new LongArrayList());
        }
        long left = records;
        while (left > 0) {
            List<? extends Entity> members = population.unit(units);
            for (int member = 0; member < members.size(); member++) {
                long entity = units << MEMBER_BITS | member;
                left = place(entity, members.get(member), Draw.of(seed, Purpose.PRESENCE, entity), rates, left);
            }
            units++;
        }
        places.forEach((kind, list) -> shuffle(list, Draw.of(seed, Purpose.SHUFFLE, kind.ordinal())));
    }

    private long place(long entity, Entity who, Draw draw, FaultRates rates, long left) {
        boolean organisation = who instanceof Organisation;
        boolean prospect = who instanceof Person person && person.isProspect();
        Kind crm = organisation ? Kind.ACCOUNT : Kind.CONTACT;
        boolean inErp = !prospect && draw.chance(organisation ? 0.65 : 0.6);
        boolean inAccounting = !prospect && draw.chance(organisation ? 0.75 : 0.45);
        boolean inCrm = !inErp && !inAccounting || draw.chance(0.72);
        long rest = left;
        rest = place(inCrm, crm, entity, draw, rates, rest);
        rest = place(inErp, Kind.CLIENT, entity, draw, rates, rest);
        return place(inAccounting, Kind.ACCOUNTING, entity, draw, rates, rest);
    }

    private long place(boolean present, Kind kind, long entity, Draw draw, FaultRates rates, long left) {
        if (!present || left == 0) {
            return left;
        }
        places.get(kind).add(entity << COPY_BITS);
        if (left > 1 && draw.chance(rates.duplicateInSystem())) {
            places.get(kind).add(entity << COPY_BITS | 1);
            return left - 2;
        }
        return left - 1;
    }

    private static void shuffle(LongArrayList list, Draw draw) {
        for (int i = list.size() - 1; i > 0; i--) {
            int j = draw.below(i + 1);
            long moved = list.getLong(i);
            list.set(i, list.getLong(j));
            list.set(j, moved);
        }
    }

    /** How many records of this kind there are. */
    int size(Kind kind) {
        return places.get(kind).size();
    }

    /** How many units the records come from. */
    long units() {
        return units;
    }

    /** Identifies the record for the random choices that are its own. */
    long placeOf(Kind kind, int number) {
        return places.get(kind).getLong(number);
    }

    static long unitOf(long place) {
        return place >> MEMBER_BITS + COPY_BITS;
    }

    static int memberOf(long place) {
        return (int) (place >> COPY_BITS & (1 << MEMBER_BITS) - 1);
    }

    static String entityIdOf(long place) {
        return "customer-" + (place >> COPY_BITS);
    }
}
