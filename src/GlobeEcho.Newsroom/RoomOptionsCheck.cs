using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom;

/// <summary>Checks a section's annotated ranges and names the key and the value that is wrong.</summary>
internal sealed class RoomOptionsCheck<T>(string section) : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var wrong = new List<ValidationResult>();
        if (Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true))
            return ValidateOptionsResult.Success;
        return ValidateOptionsResult.Fail(wrong.Select(w =>
        {
            var member = w.MemberNames.FirstOrDefault() ?? "";
            var value = typeof(T).GetProperty(member)?.GetValue(options);
            return $"Configuration key {section}:{member} is \"{value}\": {w.ErrorMessage}";
        }));
    }
}
