import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Prints for every file named in a list, and every flavour, a line: flavour, file, verdict and the rules that failed, parted by tabs. */
public class VeraCheck {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : Files.readAllLines(Path.of(arguments[1]))) {
      for (String name : arguments[0].split(",")) {
        System.out.println(name + "\t" + file + "\t" + verdict(new File(file), PDFAFlavour.fromString(name)));
      }
    }
  }

  private static String verdict(File file, PDFAFlavour flavour) {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      if (result.isCompliant()) {
        return "pass\t" + result.getTotalAssertions();
      }
      TreeMap<String, String> failed = new TreeMap<>();
      for (TestAssertion each : result.getTestAssertions()) {
        if (each.getStatus() == TestAssertion.Status.FAILED) {
          String rule = each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber();
          failed.putIfAbsent(rule, each.getErrorMessage() + " @ " + each.getLocation().getContext());
        }
      }
      return "fail\t" + failed.toString().replaceAll("[\\t\\r\\n]+", " ");
    } catch (Exception | Error error) {
      return "broken\t" + error.toString().replaceAll("[\\t\\r\\n]+", " ");
    }
  }
}
