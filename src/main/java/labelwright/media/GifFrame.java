package labelwright.media;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// The first frame of a GIF, laid on the logical screen: a frame may be smaller than the picture and lie anywhere in it.
///
/// @param width of the screen, pixels
/// @param height of the screen, pixels
record GifFrame(int width, int height) {

    BufferedImage read(ImageReader reader, ImageReadParam param) throws IOException {
        BufferedImage frame = reader.read(0, param);
        if (frame.getWidth() == width && frame.getHeight() == height) {
            return frame;
        }
        IIOMetadata metadata = reader.getImageMetadata(0);
        Node root = metadata.getAsTree(metadata.getNativeMetadataFormatName());
        int left = position(root, "imageLeftPosition");
        int top = position(root, "imageTopPosition");
        BufferedImage screen = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        ColorModel colours = frame.getColorModel();
        for (int y = 0; y < Math.min(frame.getHeight(), height - top); y++) {
            for (int x = 0; x < Math.min(frame.getWidth(), width - left); x++) {
                screen.setRGB(left + x, top + y, colours.getRGB(frame.getRaster().getDataElements(x, y, null)));
            }
        }
        return screen;
    }

    private static int position(Node root, String attribute) {
        NodeList descriptors = ((Element) root).getElementsByTagName("ImageDescriptor");
        return descriptors.getLength() == 0 ? 0 : Integer.parseInt(((Element) descriptors.item(0)).getAttribute(attribute));
    }
}
