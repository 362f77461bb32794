package io.goldsmith.connect.file;

import java.io.CharConversionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the elements of an XML file that repeat, one after the other. The file says its encoding itself. Document type definitions, and
 * with them entities of the file's own, are refused.
 *
 * @param item the path to the element from the root, such as {@code /export/partner}, or its name alone
 */
record XmlReader(String item) implements ItemReader {

    /** How deep elements may lie in each other. */
    static final int DEEPEST = 100;

    /** The most that one tag, comment or piece of text may take, in bytes: the parser holds it as a whole. */
    private static final int LARGEST_STEP = 4 << 20;

    @Override
    public List<String> read(FileContent file, Set<String> wanted, Predicate<FileItem> more) throws IOException {
        Steps bytes = new Steps(file.bytes());
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(bytes);
            read(reader, bytes, file.name(), more);
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof IOException failure
                    && !(failure instanceof CharConversionException)) {
                throw failure;
            }
            // The parser's message quotes the text: it stays out.
            throw new FileException("the file must be well-formed XML to its end, but breaks "
                    + (broken.getLocation() == null
                            ? "at its beginning"
                            : "at line " + broken.getLocation().getLineNumber() + ", column "
                                    + broken.getLocation().getColumnNumber())
                    + "; check whether it was delivered whole");
        }
        return List.of();
    }

    /** Java's own, whatever else is on the class path: its limits are known. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private void read(XMLStreamReader reader, Steps bytes, String name, Predicate<FileItem> more)
            throws XMLStreamException {
        Deque<String> path = new ArrayDeque<>();
        boolean seen = !item.startsWith("/");
        int number = 0;
        boolean goesOn = true;
        while (goesOn && reader.hasNext()) {
            bytes.begin();
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new FileException("the file must have no document type definition, but has one at line "
                        + reader.getLocation().getLineNumber() + "; let the sender leave it out");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                path.addLast((path.isEmpty() ? "" : path.getLast()) + "/" + reader.getLocalName());
                if (path.size() > DEEPEST) {
                    throw tooDeep();
                }
                // Where the elements would be is there: the file may still hold none of them.
                seen = seen || path.getLast().equals(item.substring(0, item.lastIndexOf('/')));
                if (isItem(path.getLast(), reader.getLocalName())) {
                    number++;
                    String origin = name + " item " + number + " (line "
                            + reader.getLocation().getLineNumber() + ")";
                    goesOn = more.test(new XmlItem(reader, bytes::begin).read(origin));
                    seen = true;
                    path.removeLast();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                path.removeLast();
            }
        }
        if (!seen) {
            throw new FileException("the file must have elements " + item
                    + ", but has none and nothing where they would be; check the key item of the stream");
        }
    }

    private boolean isItem(String path, String name) {
        return item.startsWith("/") ? item.equals(path) : item.equals(name);
    }

    static FileException tooDeep() {
        return new FileException("elements must lie at most " + DEEPEST + " deep in each other, but lie deeper");
    }

    /** Holds each step of the parser to its size. */
    private static final class Steps extends FilterInputStream {

        private long left = LARGEST_STEP;

        Steps(InputStream bytes) {
            super(bytes);
        }

        void begin() {
            left = LARGEST_STEP;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new FileException("a tag, a comment or a piece of text must be at most " + LARGEST_STEP
                        + " bytes long, but is longer");
            }
            int count = super.read(into, offset, length);
            left -= Math.max(count, 0);
            return count;
        }
    }
}
