/// The version of the product: `manifest.json` and `extract --version` name it.
public let productVersion = "0.1.0"
